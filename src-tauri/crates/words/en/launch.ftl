## Launch
